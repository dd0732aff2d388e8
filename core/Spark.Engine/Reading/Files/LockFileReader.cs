using Spark.Engine.Reading.Locales;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>locales/.lock</c>: language → key → the hashes of the text and of its translation.</summary>
internal static class LockFileReader
{
    private const string Remedy = "Take the file as it was before the merge, or write it anew with 'spark locales lock'.";

    public static void Read(string path, string text, ReadingContext reading)
    {
        var found = new FindingBag();
        var root = YamlFile.Read(path, text, found);
        if (root is null && found.InOrder() is [{ Code: FindingCodes.Empty }])
        {
            // Nothing is translated yet.
            reading.Draft.Lock = new();
            return;
        }

        if (root is not YamlMapping file)
        {
            reading.Findings.Warning(FindingCodes.BadLock, found.InOrder() is [var first, ..] ? first.At : new(path, 1, 1), "The lock file of the translations cannot be read.", Remedy);
            return;
        }

        var locked = new TranslationLock();
        foreach (var language in file.Entries)
        {
            foreach (var entry in (language.Value as YamlMapping)?.Entries ?? [])
            {
                if (entry.Value.ToString()?.Split(' ') is [{ Length: TextHash.Length } source, { Length: TextHash.Length } translation])
                {
                    locked.Put(language.Name, entry.Name, new(source, translation));
                }
                else
                {
                    reading.Findings.Warning(FindingCodes.BadLock, entry.Key.At, $"The lock of '{entry.Name}' is not two hashes.", Remedy);
                }
            }
        }

        reading.Draft.Lock = locked;
    }
}
