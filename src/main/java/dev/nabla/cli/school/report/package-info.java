/**
 * The report on a class, or on a folder of exported journals: what was collected from the journals, and a printer for
 * each form of it.
 *
 * <p>Sees what the commands of {@code cli} see and the class as it is stored, but no other command of a class. Start
 * reading at {@link dev.nabla.cli.school.report.ReportMaker}.
 */
package dev.nabla.cli.school.report;
