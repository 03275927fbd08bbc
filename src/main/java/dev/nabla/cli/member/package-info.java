/**
 * The commands that members of a class send as a line to {@code nabla serve}, like {@code ssh ada@host solve softmax}.
 *
 * <p>Sees {@code cli}, {@code cli.command}, {@code room} and the packages that they see; {@code serve} sees it as
 * {@code room.RemoteCommands}. Start reading at {@link dev.nabla.cli.member.MemberCommands}.
 */
package dev.nabla.cli.member;
