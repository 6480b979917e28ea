/** Tests of the recorder, alone and beneath real drivers. */
package io.spoor.boot.record;
