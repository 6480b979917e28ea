/** Tests of the SQL scanner: statements of our own, whole expected results. */
package io.spoor.sql;
