namespace Spark.Storage.Sqlite.Feeds;

/// <summary>Where a conversation's log begins.</summary>
/// <param name="Key">The conversation's key.</param>
/// <param name="Id">Its row.</param>
/// <param name="Sequence">The number of its newest turn.</param>
/// <param name="LastEvent">The row of its newest event.</param>
/// <param name="Instance">The id of the channel instance.</param>
/// <param name="ExternalId">The conversation, as the channel names it.</param>
internal sealed record LogHead(byte[] Key, long Id, long Sequence, long LastEvent, string Instance, string ExternalId);
