namespace Spark.Runtime.Bots;

/// <summary>When open conversations of older versions move to a version that was released.</summary>
public enum ReleaseMove
{
    /// <summary>Never: they finish on the version they began with.</summary>
    Finish,

    /// <summary>As soon as one stands at a question, or at nothing, that the new version has too.</summary>
    NextQuestion,

    /// <summary>With the person's next message, which is heard anew: the steps under way are left.</summary>
    Restart,
}
