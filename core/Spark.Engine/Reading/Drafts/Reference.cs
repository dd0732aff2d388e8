using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>A place where something is named.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Name">The name.</param>
/// <param name="At">Where.</param>
/// <param name="Dialog">The dialog in whose steps it stands; null elsewhere.</param>
internal sealed record Reference(ReferenceKind Kind, string Name, SourceLocation At, string? Dialog);
