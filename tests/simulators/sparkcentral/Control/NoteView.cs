namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record NoteView(DateTimeOffset At, string By, string Text);
