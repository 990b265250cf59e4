/**
 * The rules of the house, checked on the compiled classes of each module.
 *
 * <p>A rule that only stands in a document is broken by the third contributor. Each published module runs {@link
 * org.crmkit.core.architecture.ModuleArchitecture} in its own build; the classes travel there as the test-jar {@code architecture} and are
 * not meant for anybody else.
 */
@NullMarked
package org.crmkit.core.architecture;

import org.jspecify.annotations.NullMarked;
