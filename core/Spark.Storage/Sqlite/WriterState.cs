namespace Spark.Storage.Sqlite;

/// <summary>
/// What the one writer knows by heart, so that a turn need not read it. It changes with the transaction: what a batch has changed here is
/// undone with it.
/// </summary>
internal sealed class WriterState
{
    /// <summary>The node that has registered; 0 before it has.</summary>
    public long Node { get; set; }

    /// <summary>The revision of the configuration.</summary>
    public long Revision { get; set; }

    /// <summary>The newest row of each table that is appended to.</summary>
    public long LastConversation { get; set; }

    public long LastEvent { get; set; }

    public long LastEffect { get; set; }

    /// <summary>True while rows of earlier processes may be open.</summary>
    public bool HasForeignEffects { get; set; }

    public void CopyFrom(WriterState other)
    {
        Node = other.Node;
        Revision = other.Revision;
        LastConversation = other.LastConversation;
        LastEvent = other.LastEvent;
        LastEffect = other.LastEffect;
        HasForeignEffects = other.HasForeignEffects;
    }
}
