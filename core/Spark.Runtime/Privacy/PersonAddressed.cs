namespace Spark.Runtime.Privacy;

/// <summary>Somebody, as one channel instance knows them.</summary>
/// <param name="Instance">The id of the channel instance.</param>
/// <param name="Id">The channel's own id of the person.</param>
public sealed record PersonAddressed(string Instance, string Id);
