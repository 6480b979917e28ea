/** Writing JSON in a job's JVM: no library, since the smallest costs 40 ms the first time. */
package io.spoor.json;
