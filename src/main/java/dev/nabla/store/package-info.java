/**
 * What a class remembers, in a folder of files or in a PostgreSQL database that several hosts share.
 *
 * <p>{@link dev.nabla.store.StoreFactory} opens either as a {@link dev.nabla.room.ClassStore}. Both are a
 * {@code GroupCommitStore}: one thread writes, what came meanwhile is made safe together, and all that is asked often is
 * answered from memory. No other room sees {@code java.sql}. Imports {@code room}, {@code progress}, {@code lesson} and
 * {@code math}. Start reading at {@code GroupCommitStore}.
 */
package dev.nabla.store;
