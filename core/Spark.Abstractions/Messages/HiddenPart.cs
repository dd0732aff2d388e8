namespace Spark.Messages;

/// <summary>Something the person said in confidence. Everybody but the bot sees dots in its place.</summary>
/// <param name="Sealed">What was said, under the host's key: for the host alone.</param>
public sealed record HiddenPart(string Sealed) : MessagePart
{
    /// <summary>What is shown in its place, whatever its length.</summary>
    public const string Dots = "•••••";
}
