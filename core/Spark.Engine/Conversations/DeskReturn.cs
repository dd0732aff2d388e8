namespace Spark.Engine.Conversations;

/// <summary>How a relayed conversation came back last.</summary>
/// <param name="Connection">The connection to the desk.</param>
/// <param name="Reason"><c>closed</c>, <c>unattended</c> (closed before an agent took it), <c>silent</c> (its lease ran out), <c>left</c> (the person left the queue) or <c>released</c> (an operator took it back).</param>
/// <param name="Agent">The agent who had it; null when none had, or the desk does not tell names.</param>
public sealed record DeskReturn(string Connection, string Reason, string? Agent)
{
    public const string Closed = "closed";
    public const string Unattended = "unattended";
    public const string Silent = "silent";
    public const string Left = "left";
    public const string Released = "released";
}
