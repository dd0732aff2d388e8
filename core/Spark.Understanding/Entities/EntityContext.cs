namespace Spark.Understanding.Entities;

/// <summary>What must be known besides the text.</summary>
/// <param name="Language">BCP 47 tag of the language that the person writes; one without a table is read with that of English.</param>
/// <param name="Now">The person's local clock; "tomorrow" starts from it.</param>
public sealed record EntityContext(string Language, DateTime Now);
