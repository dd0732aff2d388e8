namespace Spark.Engine.Reading;

/// <summary>What a channel can show, as its plugin declares it. What is beyond it is shown in a simpler way, never dropped.</summary>
public sealed record ChannelProfile
{
    /// <summary>The most characters of one text; null for any number.</summary>
    public int? TextLength { get; init; }

    /// <summary>The most choices that are shown as buttons; 0 when it has none, null for any number.</summary>
    public int? Choices { get; init; }

    /// <summary>The most characters of a choice's label; null for any number.</summary>
    public int? ChoiceLength { get; init; }
}
