/**
 * The stored data of a class, in a folder of files or in a PostgreSQL database that several hosts share.
 *
 * <p>{@link dev.nabla.store.StoreFactory} opens either as a {@link dev.nabla.room.ClassStore}. Both extend {@code
 * GroupCommitStore}: one thread writes, changes that arrive during a write are committed together, and frequent queries
 * are answered from memory. No other package sees {@code java.sql}. Imports {@code room}, {@code progress}, {@code
 * lesson} and {@code math}. Start reading at {@code GroupCommitStore}.
 */
package dev.nabla.store;
