using Spark.Runtime.Configuration;
using Spark.Runtime.Credentials;

namespace Spark.Cockpit.Configuration;

/// <summary>What became of a change of a setting: taken with an edition, or refused with all that is wrong.</summary>
/// <param name="Edition">The new edition; null when it was refused.</param>
/// <param name="Code">The stable code of the refusal, explained in <c>docs/errors/</c>.</param>
/// <param name="Message">What is wrong, and how to mend it.</param>
/// <param name="Problems">All that is wrong, each with its field.</param>
/// <param name="Test">The credential's test, where there was one.</param>
internal sealed record SettingsAnswer(
    long? Edition, string? Code, string? Message, IReadOnlyList<SettingProblem> Problems, CredentialTest? Test = null);
