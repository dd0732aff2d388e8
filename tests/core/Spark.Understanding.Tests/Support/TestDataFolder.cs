namespace Spark.Understanding.Tests.Support;

/// <summary>Where the public samples lie: outside of the repository, and perhaps nowhere.</summary>
internal static class TestDataFolder
{
    private const string Variable = "SPARK_TEST_DATA";

    /// <summary>The path of a file; skips the test when it is not there.</summary>
    public static string Find(string folder, string file)
    {
        string path = Path.Combine(Root(), folder, file);
        if (!File.Exists(path))
        {
            Assert.Skip($"Left out: {folder}/{file} is not there. Set {Variable} to the folder that holds it.");
        }

        return path;
    }

    private static string Root()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            return folder;
        }

        var repository = new DirectoryInfo(AppContext.BaseDirectory);
        while (repository is not null && !File.Exists(Path.Combine(repository.FullName, "Spark.sln")))
        {
            repository = repository.Parent;
        }

        return Path.Combine(repository?.FullName ?? AppContext.BaseDirectory, "..", "shared", "data");
    }
}
