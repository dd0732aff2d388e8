using System.Security.Cryptography;
using System.Text;

namespace Spark.Understanding.Intents;

/// <summary>
/// Keeps classifiers by the content of the examples that they were trained on, so that a bot whose examples did not change is not trained
/// again: the last ones in memory, and all in a folder where there is one. Safe on any thread.
/// </summary>
public sealed class ClassifierCache
{
    private const int MostInMemory = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, Lazy<IntentClassifier> Classifier)>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, Lazy<IntentClassifier> Classifier)> _lastUsed = [];

    /// <summary>The cache of the process.</summary>
    public static ClassifierCache Shared { get; } = new();

    /// <summary>Where models are kept beyond the process; null for nowhere. A folder that cannot be written to costs time, nothing else.</summary>
    public string? Folder { get; set; }

    /// <summary>What names a classifier: the hash of its examples, of how it is trained, and of the version of both.</summary>
    public static string KeyOf(IReadOnlyList<TrainingExample> examples, ClassifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(examples);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{IntentClassifier.FormatVersion}\n{settings}\n"));
        foreach ((string text, string? intent) in examples)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{intent?.Length ?? -1}:{intent}{text.Length}:{text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Takes up a model that was kept elsewhere, so that it is not trained. One that cannot be read is passed over.</summary>
    /// <param name="key">As <see cref="KeyOf"/> named it.</param>
    /// <param name="model">The bytes of the classifier.</param>
    public void Remember(string key, ReadOnlyMemory<byte> model)
    {
        lock (_lock)
        {
            if (_byKey.ContainsKey(key))
            {
                return;
            }
        }

        try
        {
            var classifier = IntentClassifier.Read(model);
            Find(key, () => classifier);
        }
        catch (InvalidDataException)
        {
            // Written by another version of Spark, which names its models otherwise; trained when it is needed.
        }
    }

    /// <summary>The classifier of these examples, trained if it has to be.</summary>
    public IntentClassifier GetOrTrain(IReadOnlyList<TrainingExample> examples, ClassifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(examples);
        string key = KeyOf(examples, settings);
        return Find(key, () => ReadOrTrain(key, examples, settings)).Value;
    }

    private Lazy<IntentClassifier> Find(string key, Func<IntentClassifier> make)
    {
        lock (_lock)
        {
            if (_byKey.TryGetValue(key, out LinkedListNode<(string Key, Lazy<IntentClassifier> Classifier)>? known))
            {
                _lastUsed.Remove(known);
            }
            else
            {
                known = new((key, new Lazy<IntentClassifier>(make)));
                _byKey.Add(key, known);
            }

            _lastUsed.AddFirst(known);
            if (_byKey.Count > MostInMemory)
            {
                _byKey.Remove(_lastUsed.Last!.Value.Key);
                _lastUsed.RemoveLast();
            }

            return known.Value.Classifier;
        }
    }

    private IntentClassifier ReadOrTrain(string key, IReadOnlyList<TrainingExample> examples, ClassifierSettings settings)
    {
        string? path = Folder is { } folder ? Path.Combine(folder, key + ".model") : null;
        if (path is not null && Kept(path) is { } kept)
        {
            return kept;
        }

        var trained = IntentClassifier.Train(examples, settings);
        if (path is not null)
        {
            Keep(path, trained.Write());
        }

        return trained;
    }

    private static IntentClassifier? Kept(string path)
    {
        try
        {
            return File.Exists(path) ? IntentClassifier.Read(File.ReadAllBytes(path)) : null;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    // Whole or not at all, also when the process ends in the middle.
    private static void Keep(string path, byte[] model)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string draft = $"{path}.{Environment.ProcessId}.new";
            File.WriteAllBytes(draft, model);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // Trained again next time.
        }
    }
}
