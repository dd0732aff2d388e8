namespace Spark.Simulators.Sparkcentral.Conversations;

internal sealed record Note(DateTimeOffset At, string Author, string Text);
