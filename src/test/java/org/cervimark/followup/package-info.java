@org.jspecify.annotations.NullMarked
package org.cervimark.followup;
