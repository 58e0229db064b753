# Read by tests that use npm: it knows nothing of this machine ($scratch), and never asks a network.
HOME=$scratch/home
npm_config_cache=$scratch/npm-cache
npm_config_offline=true
npm_config_audit=false
npm_config_fund=false
npm_config_update_notifier=false
export HOME npm_config_cache npm_config_offline npm_config_audit npm_config_fund npm_config_update_notifier
mkdir -p "$HOME"
