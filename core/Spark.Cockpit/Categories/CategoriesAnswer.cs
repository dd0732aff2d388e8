using Spark.Runtime.Categories;

namespace Spark.Cockpit.Categories;

/// <summary>What became of an upload: with any problem nothing was changed.</summary>
/// <param name="Edition">The new edition; null when the file was refused.</param>
/// <param name="Code">The stable code of the refusal.</param>
/// <param name="Message">What is wrong, in short.</param>
/// <param name="Problems">All that is wrong, each with its line.</param>
internal sealed record CategoriesAnswer(long? Edition, string? Code, string? Message, IReadOnlyList<CsvProblem> Problems);
