using System.Text;

namespace Spark.Engine.Reading.Locales;

/// <summary>Writes <c>locales/.lock</c>, sorted, so that versions of it compare well.</summary>
internal static class LockFileWriter
{
    private const string Head = "# Of what text each translation was made, and the translation then. Written by 'spark locales lock'; merge it like code.\n";

    public static string Write(TranslationLock locked)
    {
        var output = new StringBuilder(Head);
        foreach (var (language, texts) in locked.Languages)
        {
            output.Append(YamlText.Write(language, 0)).Append(":\n");
            foreach (var (key, text) in texts)
            {
                output.Append("  ").Append(YamlText.Write(key, 2)).Append(": ").Append(text.Source).Append(' ').Append(text.Translation).Append('\n');
            }
        }

        return output.ToString();
    }
}
