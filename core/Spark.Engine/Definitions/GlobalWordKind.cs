namespace Spark.Engine.Definitions;

/// <summary>What a global word does.</summary>
public enum GlobalWordKind
{
    /// <summary>Leaves all that is under way.</summary>
    Stop,

    /// <summary>Explains, and comes back to what was under way.</summary>
    Help,

    /// <summary>Forgets the conversation's variables and begins again.</summary>
    StartOver,
}
