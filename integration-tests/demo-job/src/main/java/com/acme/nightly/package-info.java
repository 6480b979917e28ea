/**
 * The nightly sales job of a retailer, as such jobs are written: a main class, plain JDBC and
 * streams. Reads FoodMart and a file of targets; fills an embedded H2 database and writes a report.
 */
package com.acme.nightly;
