namespace Spark.Cockpit.Views;

/// <summary>A view to be saved.</summary>
/// <param name="Query">The query of the page's address.</param>
/// <param name="IsShared">True for everybody: administrators only.</param>
internal sealed record ViewRequest(string Query, bool IsShared = false);
