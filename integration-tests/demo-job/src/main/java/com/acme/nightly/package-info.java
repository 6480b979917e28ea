/**
 * The nightly sales job of a retailer, as such jobs are written: a main class, plain JDBC and
 * streams. Reads FoodMart and a file of targets; fills an embedded H2 database and writes a report.
 * Another one trains a model on FoodMart's customers.
 */
package com.acme.nightly;
