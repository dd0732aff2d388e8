using Spark.Expressions;

namespace Spark.Testing.Outside;

/// <summary>A call of something outside.</summary>
/// <param name="IsOffload">True for an offload provider.</param>
/// <param name="Name">The connection; the action where there is none.</param>
/// <param name="Action">The action's id; for an offload the connection.</param>
/// <param name="Input">The action's fields; undefined for an offload.</param>
internal sealed record Asked(bool IsOffload, string Name, string Action, Value Input);
