namespace Spark.Engine.Conversations;

/// <summary>What a desk is told.</summary>
public enum DeskWord
{
    /// <summary>What the person said.</summary>
    Said,

    /// <summary>That nobody reads there any more.</summary>
    Left,

    /// <summary>Nothing: it is asked whether it still has the conversation.</summary>
    Ask,
}
