using System.Reflection;
using Spark.Runtime;

namespace Spark.Host.Bots;

/// <summary>A bot to begin with: it greets, says when it does not understand, and has a test. Its files lie in <c>Templates/bot</c>.</summary>
internal static class NewBot
{
    private const string Code = "SPK12083";
    private const string Prefix = "Templates/bot/";
    private const string Placeholder = "NAME";

    /// <summary>The files of the bot.</summary>
    /// <param name="name">Its id.</param>
    public static IReadOnlyDictionary<string, string> Files(string name)
    {
        var assembly = typeof(NewBot).Assembly;
        return assembly.GetManifestResourceNames()
            .Select(resource => resource.Replace('\\', '/'))
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(resource => resource[Prefix.Length..], resource => Read(assembly, resource).Replace(Placeholder, name, StringComparison.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Writes them.</summary>
    /// <param name="files">The files.</param>
    /// <param name="folder">Where to: a folder that is empty or not there.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="OperatorException">There is something in the folder already.</exception>
    public static async Task WriteAsync(IReadOnlyDictionary<string, string> files, string folder, CancellationToken cancellationToken)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new OperatorException(Code, $"There is something in '{folder}' already. Nothing was written; name another folder with --to.");
        }

        foreach (var (path, text) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, text, cancellationToken);
        }
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
