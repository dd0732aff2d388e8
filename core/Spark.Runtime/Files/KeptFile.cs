using Spark.Runtime.Turns;

namespace Spark.Runtime.Files;

/// <summary>A file that is kept, without its content.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Conversation">The conversation that it belongs to; null for one that was kept before files had one.</param>
/// <param name="Name">Its name, as people see it.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="KeptAt">Since when.</param>
public sealed record KeptFile(string Id, ConversationKey? Conversation, string Name, string MediaType, long Size, DateTimeOffset KeptAt);
