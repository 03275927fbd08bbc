/**
 * The report on a class, or on a folder of exported journals. {@code ReportCollector} reads the journals and computes,
 * {@code ReportedClass} holds what it found, and a printer for each form only prints that.
 *
 * <p>Sees what the commands of {@code cli} see and the class as it is stored, but no other command of a class. Start
 * reading at {@link dev.nabla.cli.school.report.ReportMaker}, then read {@code ReportedClass}.
 */
package dev.nabla.cli.school.report;
