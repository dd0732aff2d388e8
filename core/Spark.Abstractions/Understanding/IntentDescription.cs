namespace Spark.Understanding;

/// <summary>Something that people may mean.</summary>
/// <param name="Name">The intent's name.</param>
/// <param name="Examples">What people say who mean it, in the language of the conversation where there are such examples; <c>{name}</c> stands for a value.</param>
/// <param name="Entities">The names of the values that its examples hold.</param>
public sealed record IntentDescription(string Name, IReadOnlyList<string> Examples, IReadOnlyList<string> Entities);
