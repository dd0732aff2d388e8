using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>The person says something, presses a button, or sends a file.</summary>
/// <param name="Text">What was said, or the label of the button; empty for a file alone.</param>
/// <param name="At">Where it stands.</param>
internal sealed record PersonSays(string Text, SourceLocation At) : ChatLine(At)
{
    /// <summary>True when a button was pressed that the bot has shown, instead of its label being typed.</summary>
    public bool IsPress { get; init; }

    /// <summary>The name of a file that was sent; null for none.</summary>
    public string? File { get; init; }

    /// <summary>How it arrives.</summary>
    public Delivered Delivered { get; init; }
}
