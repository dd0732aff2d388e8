namespace Spark.Storage.Postgres.Conversations;

/// <summary>What was read of a conversation, its state not yet decoded: that is done on the caller's thread.</summary>
internal sealed record LoadedRow(byte[]? State, long Sequence, long? DuplicateOf, long Revision, long? WakeAt);
