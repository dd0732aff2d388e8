using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Spark.Runtime.Credentials;

/// <summary>
/// Seals the secrets of credentials with AES-GCM. The keys are read whenever they are used, which is seldom: a new one holds without a
/// restart.
/// </summary>
public sealed class CredentialKeys(IOptions<CredentialKeyOptions> options)
{
    private const string Code = "SPK11040";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    private readonly Lock creating = new();

    /// <summary>The id of the key that seals now.</summary>
    /// <exception cref="OperatorException">There is no key.</exception>
    public string PresentId => Read()[0].Id;

    /// <summary>Seals something.</summary>
    /// <param name="plain">What is sealed.</param>
    /// <param name="place">Where it belongs; elsewhere it does not open.</param>
    /// <returns>The id of the key, and the seal.</returns>
    /// <exception cref="OperatorException">There is no key.</exception>
    public (string KeyId, byte[] Sealed) Close(ReadOnlySpan<byte> plain, string place)
    {
        var (id, key) = Read()[0];
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(
            box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return (id, box);
    }

    /// <summary>Opens a seal.</summary>
    /// <exception cref="OperatorException">Its key is not there, or it is not what was sealed.</exception>
    public byte[] Open(string keyId, byte[] box, string place)
    {
        ArgumentNullException.ThrowIfNull(box);
        var key = Read().Find(known => string.Equals(known.Id, keyId, StringComparison.Ordinal)).Key
            ?? throw new OperatorException(Code, $"The secrets of {place} were sealed with the key '{keyId}', which is not among the keys ({Where}). Put it back, or give the secrets anew.");
        try
        {
            var plain = new byte[box.Length - NonceBytes - TagBytes];
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(
                box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(place));
            return plain;
        }
        catch (Exception broken) when (broken is CryptographicException or OverflowException or ArgumentException)
        {
            throw new OperatorException(Code, $"The secrets of {place} do not open with the key '{keyId}' ({Where}): it is another key of that id, or the row was changed. Give the secrets anew.", broken);
        }
    }

    private string Where => options.Value.Keys is not null ? "SPARK_SECRET_CREDENTIAL_KEYS" : options.Value.File ?? "none are configured";

    private List<(string Id, byte[] Key)> Read()
    {
        var keys = Parse(options.Value.Keys ?? ReadFile());
        return keys.Count > 0
            ? keys
            : throw new OperatorException(Code, $"There is no key to seal secrets with ({Where}). Give SPARK_SECRET_CREDENTIAL_KEYS or the file as 'id:' and 32 bytes in Base64 (openssl rand -base64 32), the same on every node.");
    }

    private string ReadFile()
    {
        if (options.Value.File is not { } file)
        {
            return "";
        }

        lock (creating)
        {
            if (!File.Exists(file) && options.Value.MayCreate)
            {
                Create(file);
            }
        }

        return File.Exists(file) ? File.ReadAllText(file) : "";
    }

    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, how);
        writer.WriteLine($"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))}");
    }

    private static List<(string Id, byte[] Key)> Parse(string text)
    {
        var keys = new List<(string, byte[])>();
        foreach (var line in text.Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var key = new byte[KeyBytes];
            if (line.Split(':', 2) is not [{ Length: > 0 } id, var base64] || !Convert.TryFromBase64String(base64, key, out var length) || length != KeyBytes)
            {
                throw new OperatorException(Code, "A key for secrets is not written as 'id:' and Base64 of 32 bytes, such as 'openssl rand -base64 32' prints.");
            }

            keys.Add((id, key));
        }

        return keys;
    }
}
