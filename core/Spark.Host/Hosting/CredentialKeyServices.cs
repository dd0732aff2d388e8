using Spark.Runtime.Credentials;

namespace Spark.Host.Hosting;

/// <summary>Where the keys lie that seal the secrets of credentials: in a variable, or in the secrets folder, never in the database.</summary>
internal static class CredentialKeyServices
{
    public const string Variable = "SPARK_SECRET_CREDENTIAL_KEYS";
    public const string FileName = "credential-keys";

    public static IServiceCollection AddCredentialKeys(this IServiceCollection services, string secrets, StorageChoice storage) =>
        services.Configure<CredentialKeyOptions>(options =>
        {
            options.Keys = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } keys ? keys : null;
            options.File = Path.Combine(secrets, FileName);

            // On a database that nodes share each would make its own, and none could read what another has sealed.
            options.MayCreate = !storage.IsShared;
        });
}
