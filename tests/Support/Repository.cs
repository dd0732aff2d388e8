namespace Spark.Tests;

/// <summary>Finds the checkout that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Spark.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Spark.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("There is no Spark.sln above the tests.");
    }
}
