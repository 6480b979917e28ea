/**
 * JDBC: what is woven into the classes of any driver. Which classes play which role the weaver
 * reads from their headers; pools and other delegates are left alone, their calls arrive at a
 * driver.
 */
package io.spoor.instrumentation.jdbc;
