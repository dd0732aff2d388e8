namespace Spark.Understanding.Intents;

/// <summary>What people say, in one language, when they mean one intent.</summary>
/// <param name="Intent">The intent's name.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Expressions">Examples; <c>{name}</c> stands for a value of the variable of that name.</param>
public sealed record IntentExamples(string Intent, string Language, IReadOnlyList<string> Expressions);
