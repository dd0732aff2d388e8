namespace Spark.Storage.Postgres.Conversations;

/// <summary>A write that waits for a transaction.</summary>
internal abstract class WriterWork
{
    /// <summary>Nothing of it was written.</summary>
    public abstract void Fail(Exception exception);
}
