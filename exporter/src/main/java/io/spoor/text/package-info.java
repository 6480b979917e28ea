/** What is done with words and sentences for the user: finding the word that was meant. */
package io.spoor.text;
