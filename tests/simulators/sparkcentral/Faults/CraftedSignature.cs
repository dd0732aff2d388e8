namespace Spark.Simulators.Sparkcentral.Faults;

/// <summary>How a crafted delivery is signed.</summary>
internal enum CraftedSignature
{
    Valid,
    UpperCase,
    Missing,
    Wrong,
    Short,
    NotHex,

    /// <summary>Keyed with the characters of the secret instead of the bytes that they stand for.</summary>
    SecretAsText,
}
