namespace Spark.Plugins.Instances;

/// <summary>Where secrets come from.</summary>
/// <param name="Folder">The folder of <c>file:…</c> secrets; null when there is none.</param>
/// <param name="Variable">Reads an environment variable.</param>
internal sealed record SecretSource(string? Folder, Func<string, string?> Variable);
