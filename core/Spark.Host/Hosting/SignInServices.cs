using Spark.Cockpit.Access.OpenId;
using Spark.Plugins.Environments;
using Spark.Plugins.Instances;
using Spark.Runtime;

namespace Spark.Host.Hosting;

/// <summary>Registers sign-in by OpenID Connect when the environment names a provider.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, EnvironmentConfig environment, string secrets)
    {
        if (environment.SignIn is not { } config)
        {
            return;
        }

        var (secret, refusal) = OperatorSecret.Read(config.ClientSecret, secrets);
        var settings = new OpenIdSettings
        {
            Name = config.Name,
            Authority = config.Authority,
            ClientId = config.ClientId,
            ClientSecret = secret ?? throw new OperatorException("SPK12082", $"The secret of signIn cannot be read: {refusal}."),
            PublicUrl = environment.PublicUrl,
            Roles = config.Roles,
            Bots = config.Bots,
        };
        services.AddSparkOpenId(settings with
        {
            Scopes = config.Scopes.Count > 0 ? config.Scopes : settings.Scopes,
            RoleClaims = config.RoleClaims.Count > 0 ? config.RoleClaims : settings.RoleClaims,
        });
    }
}
