namespace Spark.Engine.Conversations;

/// <summary>What an episode was about.</summary>
public enum EpisodeType
{
    /// <summary>Something does not work.</summary>
    Incident,

    /// <summary>The person wants something.</summary>
    Request,

    /// <summary>The person wants to know something.</summary>
    Question,

    /// <summary>The person reports something about security.</summary>
    SecurityConcern,

    /// <summary>Nothing for the desk.</summary>
    NonSupport,
}
