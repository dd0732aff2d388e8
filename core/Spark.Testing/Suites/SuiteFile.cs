namespace Spark.Testing.Suites;

/// <summary>A file of a bot's folder <c>tests/</c>, as text.</summary>
/// <param name="Path">Its path below the bot's folder, with forward slashes.</param>
/// <param name="Text">What it holds.</param>
internal sealed record SuiteFile(string Path, string Text)
{
    /// <summary>How the files end that hold tests.</summary>
    public const string Extension = ".test.yaml";

    /// <summary>Reads the files of a bot's folder.</summary>
    /// <param name="folder">The bot's folder.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The files in order of their names; files of another name come without their text.</returns>
    public static async Task<IReadOnlyList<SuiteFile>> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var tests = new DirectoryInfo(System.IO.Path.Combine(folder, "tests"));
        var files = new List<SuiteFile>();
        if (!tests.Exists)
        {
            return files;
        }

        foreach (var file in tests.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var isSuite = file.Name.EndsWith(Extension, StringComparison.Ordinal);
            var isMeant = file.Extension is ".yaml" or ".yml";
            if (isSuite || isMeant)
            {
                files.Add(new($"tests/{file.Name}", isSuite ? await File.ReadAllTextAsync(file.FullName, cancellationToken) : ""));
            }
        }

        return files;
    }
}
