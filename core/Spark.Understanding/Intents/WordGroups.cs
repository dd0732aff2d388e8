namespace Spark.Understanding.Intents;

/// <summary>What a bot says of the words of one language, as its author wrote it.</summary>
/// <param name="Synonyms">Groups of words and phrases that mean the same; the first of a group stands for all.</param>
/// <param name="StopWords">Words and phrases that say nothing about what is meant.</param>
public sealed record WordGroups(IReadOnlyList<IReadOnlyList<string>> Synonyms, IReadOnlyList<string> StopWords);
