/** Other people's programs, which tests compare this one with. */
package org.cervimark.peer;
