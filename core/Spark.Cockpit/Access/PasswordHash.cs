using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Spark.Cockpit.Access;

/// <summary>Slow hashes of passwords: PBKDF2 with HMAC-SHA-256, the cost and the salt before the hash.</summary>
internal static class PasswordHash
{
    /// <summary>The shortest password that is taken.</summary>
    public const int Shortest = 12;

    /// <summary>The longest: what a hash takes must have an end.</summary>
    public const int Longest = 256;

    private const int Iterations = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // What is compared for a name that nobody has, so that the answer takes as long.
    private static readonly Lazy<byte[]> Nobody = new(() => Of("nobody has this password"));

    /// <summary>The hash of a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="iterations">What it costs: it is kept with the hash, so that it can be raised one day.</param>
    public static byte[] Of(string password, int iterations = Iterations)
    {
        var hash = new byte[sizeof(int) + SaltBytes + HashBytes];
        BinaryPrimitives.WriteInt32BigEndian(hash, iterations);
        RandomNumberGenerator.Fill(hash.AsSpan(sizeof(int), SaltBytes));
        Derive(password, hash.AsSpan(sizeof(int), SaltBytes), iterations, hash.AsSpan(sizeof(int) + SaltBytes));
        return hash;
    }

    /// <summary>True when it is the password. Takes as long when there is none.</summary>
    public static bool Fits(string password, byte[]? stored)
    {
        var hash = stored ?? Nobody.Value;
        Span<byte> given = stackalloc byte[HashBytes];
        Derive(password, hash.AsSpan(sizeof(int), SaltBytes), BinaryPrimitives.ReadInt32BigEndian(hash), given);
        return CryptographicOperations.FixedTimeEquals(given, hash.AsSpan(sizeof(int) + SaltBytes)) && stored is not null;
    }

    private static void Derive(string password, ReadOnlySpan<byte> salt, int iterations, Span<byte> into) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, into, iterations, HashAlgorithmName.SHA256);
}
