/**
 * The report on a class, or on a folder of exported journals. {@code ReportCollector} reads the journals and computes,
 * {@code ReportedClass} holds what it found, and a printer for each form only prints that.
 *
 * <p>Sees what the commands of {@code cli} see, the class as it is stored and its roster, but no other command. Start
 * reading at {@link dev.nabla.cli.school.report.ReportAction}, then read {@code ReportedClass}.
 */
package dev.nabla.cli.school.report;
