/**
 * {@code nabla class roster}: the names that may join a class, read from a file, changed and printed; the words that
 * are drawn for them; and which of them their ids do not tell apart.
 *
 * <p>Sees {@code cli} and the class as it is stored, but no other command of a class. Start reading at {@link
 * dev.nabla.cli.school.roster.RosterAction}.
 */
package dev.nabla.cli.school.roster;
